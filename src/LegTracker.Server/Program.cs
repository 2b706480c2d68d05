using LegTracker.Server;

return await ServerProgram.RunAsync(args);
