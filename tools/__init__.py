"""Set-up, demo and checks. They drive the processes over HTTP and import none of them."""
