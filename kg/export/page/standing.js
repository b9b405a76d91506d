// What became of a promise by a day: when it falls due, whether it is late, what other documents say of it.

const AHEAD = 30; // days before its day from which a thing is due

function newestDay() {
  return documents
    .map((known) => known.date)
    .sort()
    .pop();
}

function saidOn(fact) {
  return Number.isInteger(fact.doc) ? documents[fact.doc].date : "";
}

// The last day on which it falls due, and the first on which it is «due»: the year's or month's, thirty days before a day.
function termOf(fact) {
  const due = withYear(fact.due || "", saidOn(fact));
  const [year, month, date] = due.split("-").map(Number);
  if (!year || Number.isNaN(year)) return null;
  const last = date ? new Date(Date.UTC(year, month - 1, date)) : new Date(Date.UTC(year, month || 12, 0));
  const first = date ? new Date(last.getTime() - AHEAD * 86_400_000) : new Date(Date.UTC(year, (month || 1) - 1, 1));
  return { first: dayOf(first), last: dayOf(last) };
}

// «--08-01» is the first such day after the document's own, where that is known.
function withYear(due, said) {
  if (!due.startsWith("--")) return due;
  if (!said) return "";
  const year = Number(said.slice(0, 4));
  return `${year}-${due.slice(2)}` >= said ? `${year}-${due.slice(2)}` : `${year + 1}-${due.slice(2)}`;
}

function dayOf(moment) {
  return moment.toISOString().slice(0, 10);
}

function standing(fact) {
  if (followUps(fact, "done").length) return "done";
  const term = termOf(fact);
  if (!term || !ledger.asOf) return "open";
  if (ledger.asOf > term.last) return "overdue";
  return ledger.asOf >= term.first ? "due" : "open";
}

// Links of a sort («done», «repeated») to what was said by the day asked about, as [fact, score, reason].
function followUps(fact, sort) {
  return (fact[sort] || []).filter(
    ([place, score]) => score >= state.sure && isSure(facts[place]) && isKnown(facts[place]),
  );
}

function isKnown(fact) {
  return !ledger.asOf || !saidOn(fact) || saidOn(fact) <= ledger.asOf;
}
