"""One file a category: how its object is modelled, where it is photographed, how it is seen."""
