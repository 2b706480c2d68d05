using System.Globalization;
using System.Text;

namespace LegTracker.Replay.Faulting;

/// <summary>The control address <c>/_replay/faults</c>: POST puts a fault in force, DELETE ends all, GET lists them. Loopback only.</summary>
internal static class FaultRequest
{
    /// <summary>The address.</summary>
    public const string Path = "/_replay/faults";

    /// <summary>Carries out the request and says what is in force then.</summary>
    public static Answer Answer(HttpRequest request, ReplayFaults faults)
    {
        if (HttpMethods.IsDelete(request.Method))
        {
            faults.Clear();
        }
        else if (HttpMethods.IsPost(request.Method))
        {
            if (TryRead(request.Query, out var fault, out var wrong))
            {
                faults.Add(fault!);
            }
            else
            {
                return Replay.Answer.Text(400, wrong + "\n");
            }
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            return Replay.Answer.Text(405, "GET, POST or DELETE\n");
        }

        var list = new StringBuilder();
        foreach (var fault in faults.InForce)
        {
            list.Append(CultureInfo.InvariantCulture, $"{fault.Kind} path={fault.Path ?? "*"} count={fault.Count?.ToString(CultureInfo.InvariantCulture) ?? "until cleared"}\n");
        }

        return Replay.Answer.Text(200, list.ToString());
    }

    private static bool TryRead(IQueryCollection query, out ReplayFault? fault, out string wrong)
    {
        fault = null;
        wrong = "";
        if (!Enum.TryParse<FaultKind>(query["kind"].ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            wrong = $"kind is one of {string.Join(", ", Enum.GetNames<FaultKind>())}";
            return false;
        }

        if (!TryNumber(query, "count", 1, int.MaxValue, out var count) || !TryNumber(query, "status", 400, 599, out var status)
            || !TryNumber(query, "delay", 0, 3600, out var delay))
        {
            wrong = "count is at least 1, status 400 to 599, delay 0 to 3600 seconds";
            return false;
        }

        fault = new ReplayFault(kind)
        {
            Path = OrNull(query["path"]),
            Count = count,
            Status = status ?? 503,
            RetryAfter = OrNull(query["retry_after"]),
            Location = OrNull(query["location"]) ?? "/faces/home.xhtml",
            Delay = TimeSpan.FromSeconds(delay ?? 5),
        };
        return true;
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool TryNumber(IQueryCollection query, string name, int least, int most, out int? number)
    {
        number = null;
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return true;
        }

        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = value;
        return read && value >= least && value <= most;
    }
}
