using LegTracker.Dashboard.Commands;

return await CommandLine.RunAsync(args);
