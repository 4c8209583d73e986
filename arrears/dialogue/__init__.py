"""What a turn means and what is answered: the steps that the services of a conversation share."""
