"""What borrowers say of their income, expenses, paydays and hardship."""
