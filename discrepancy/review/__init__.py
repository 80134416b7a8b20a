"""What a reviewer does with a report, without a screen: what is shown, in which order, what is chosen, how it is cited."""
