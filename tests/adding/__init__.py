"""An act that the product does not have, added as CONTRIBUTING says, and driven on every road."""
