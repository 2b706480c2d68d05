using System.Net;
using Grpc.Core;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>What a caller may do by where they call from alone: one on this machine is an editor; one behind a proxy on it is a reader.</summary>
internal static class CallerRole
{
    /// <summary>On this machine and not forwarded by a proxy, which anybody may stand behind.</summary>
    public static bool IsLocal(ServerCallContext context) => IsLocal(context.GetHttpContext());

    /// <summary>On this machine and not forwarded by a proxy, which anybody may stand behind.</summary>
    public static bool IsLocal(HttpContext http) => IsLoopback(http) && !http.Request.Headers.Keys.Any(IsProxyHeader);

    /// <summary>The role of a caller who shows no credential.</summary>
    public static AccessRole WithoutCredential(HttpContext http) =>
        !IsLoopback(http) ? AccessRole.None : IsLocal(http) ? AccessRole.Editor : AccessRole.Reader;

    private static bool IsLoopback(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static bool IsProxyHeader(string name) =>
        name.StartsWith("x-forwarded", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is "FORWARDED" or "VIA" or "X-REAL-IP";
}
