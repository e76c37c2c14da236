using ContactGroup.Cli;

return await CommandTree.RunAsync(args, Surroundings.OfThisProcess());
