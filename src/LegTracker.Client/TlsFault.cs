using System.Security.Authentication;
using Grpc.Core;

namespace LegTracker.Client;

/// <summary>Tells a server whose certificate is not trusted from one that is not there: gRPC calls both UNAVAILABLE.</summary>
public static class TlsFault
{
    /// <summary>What is wrong with the server's certificate, as one sentence; null when that is not why the call failed.</summary>
    public static string? Of(RpcException fault)
    {
        for (var at = fault.Status.DebugException; at is not null; at = at.InnerException)
        {
            if (at is AuthenticationException)
            {
                return at.Message;
            }
        }

        return null;
    }
}
