"""Reading documents takes one processor a process, whatever the machine has."""

from threadpoolctl import threadpool_info

from kg.extract import pipeline


def test_products_of_matrices_take_one_thread():
    pipeline("ru")
    assert {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"} == {1}
