using System.Text;
using LegTracker.Replay.Pages;

namespace LegTracker.Replay.Faulting;

/// <summary>What a fault makes of an answer's content; the cuts and waits are <see cref="Hosting.AnswerSender"/>'s.</summary>
internal static class FaultAnswers
{
    private const int Depth = 100_000;

    /// <summary>The answer to send instead.</summary>
    public static Answer Apply(ReplayFault fault, Answer answer) => fault.Kind switch
    {
        FaultKind.Status => Answer.Html(fault.Status, $"<html><head><title>{fault.Status}</title></head><body><h1>{fault.Status}</h1></body></html>") with { RetryAfter = fault.RetryAfter },
        FaultKind.Redirect => Answer.Text(302, "") with { Location = fault.Location },
        FaultKind.Blocked => Answer.Html(200, "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Your support ID is: 8412907712</body></html>"),
        FaultKind.Maintenance => Answer.Html(200, "<html><head><title>Maintenance</title></head><body><h1>This site is down for scheduled maintenance.</h1></body></html>"),
        FaultKind.SessionExpired => Answer.Html(200, PageFrame.Wrap("Session Expired", "<p>Your session has expired. Please start a new search.</p>")),
        FaultKind.GarbageZip => answer with { Body = Garbage(answer.Body.Length) },
        FaultKind.HalfZip => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
        FaultKind.DeepNesting => answer with { Body = Nest(answer.Body) },
        _ => answer,
    };

    private static byte[] Garbage(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i * 197 + i / 251 + 3);
        }

        return bytes;
    }

    private static byte[] Nest(byte[] body)
    {
        var page = Encoding.UTF8.GetString(body);
        var nested = new StringBuilder(Depth * 11).Insert(0, "<div>", Depth).Insert(Depth * 5, "</div>", Depth).ToString();
        return Encoding.UTF8.GetBytes(page.Replace("</body>", nested + "</body>", StringComparison.Ordinal));
    }
}
