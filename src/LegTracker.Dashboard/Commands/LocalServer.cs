using System.Diagnostics;
using System.Runtime.InteropServices;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>The server on this machine: whether it answers, starting it in the background, stopping it.</summary>
internal static partial class LocalServer
{
    /// <summary>Where a background server's messages go.</summary>
    public static string Log => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "legtracker", "server.log");

    /// <summary>What the server at an address says of itself, or null when none answers.</summary>
    public static async Task<ServerInfo?> AskAsync(LegTrackerConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.Server.GetServerInfoAsync(
                new GetServerInfoRequest(), deadline: TimeProvider.System.GetUtcNow().AddSeconds(2).UtcDateTime, cancellationToken: cancellationToken);
            return answer.Info;
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Unimplemented && TlsFault.Of(fault) is null)
        {
            return null;
        }
    }

    /// <summary>Starts a server at the connection's address and waits until it answers.</summary>
    /// <exception cref="CommandFault">It did not come up; says why, from its log.</exception>
    public static async Task<ServerInfo> StartAsync(LegTrackerConnection connection, Uri address, CancellationToken cancellationToken)
    {
        var before = File.Exists(Log) ? new FileInfo(Log).Length : 0;
        using var process = LocalPrograms.StartDetached(LocalPrograms.Server, Log, [$"--LegTracker:Listen={address.GetLeftPart(UriPartial.Authority)}"]);
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30);)
        {
            if (await AskAsync(connection, cancellationToken) is { } info)
            {
                return info;
            }

            if (process.HasExited)
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        throw new CommandFault(ExitCode.Failed, $"The server did not start. Its log {Log} ends:\n{Tail(before)}");
    }

    /// <summary>Asks the server to stop and waits until it no longer answers.</summary>
    /// <exception cref="CommandFault">It is not on this machine, or did not stop within 30 s.</exception>
    public static async Task StopAsync(LegTrackerConnection connection, ServerInfo info, CancellationToken cancellationToken)
    {
        if (info.ProcessId <= 0 || Kill(info.ProcessId, 15) != 0)
        {
            throw new CommandFault(ExitCode.Refused, "The server does not run on this machine under your account: stop it where it runs.");
        }

        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30);)
        {
            if (!IsRunning(info.ProcessId) && await AskAsync(connection, cancellationToken) is null)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        throw new CommandFault(ExitCode.Failed, $"The server (process {info.ProcessId}) did not stop within 30 seconds.");
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Tail(long from)
    {
        if (!File.Exists(Log))
        {
            return "  (no log)";
        }

        using var stream = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Min(from, stream.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n').TakeLast(12).Select(line => "  " + line)).TrimEnd();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
