using LegTracker.Dashboard;
using LegTracker.Dashboard.Commands;

return await CommandLine.RunAsync(args, new FullScreen());
