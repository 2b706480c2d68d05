using System.Collections.Immutable;
using System.Globalization;

namespace LegTracker.Server.Settings;

/// <summary>The raw values of a configuration section, read one by one while faults are collected.</summary>
internal sealed class SettingValues(IConfigurationSection section)
{
    private readonly ImmutableArray<string>.Builder faults = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<string> Faults => faults.ToImmutable();

    public void Fault(string key, string what) => faults.Add($"{section.Key}:{key} {what}");

    public void RefuseUnknown(ImmutableArray<string> known)
    {
        foreach (var (path, value) in section.AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && !known.Contains(path, StringComparer.OrdinalIgnoreCase))
            {
                var near = known.MinBy(k => Distance(k.ToUpperInvariant(), path.ToUpperInvariant()))!;
                Fault(path, $"is no setting; the nearest is {section.Key}:{near}");
            }
        }
    }

    public string Text(string key, string standard) => section[key] is { Length: > 0 } text ? text : standard;

    public bool Flag(string key, bool standard)
    {
        var text = Text(key, standard ? "true" : "false");
        return bool.TryParse(text, out var flag) ? flag : Refuse(key, text, "true or false", standard);
    }

    public int Number(string key, int standard, int least, int most)
    {
        var text = section[key];
        return string.IsNullOrEmpty(text) ? standard
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"), standard);
    }

    public double Real(string key, double standard, double least, double most)
    {
        var text = section[key];
        return string.IsNullOrEmpty(text) ? standard
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"), standard);
    }

    public TimeSpan Duration(string key, TimeSpan standard, TimeSpan least, TimeSpan most)
    {
        var text = section[key];
        return string.IsNullOrEmpty(text) ? standard
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= least && duration <= most ? duration
            : Refuse(key, text, $"a duration from {least} to {most}, written hh:mm:ss", standard);
    }

    public DateTimeOffset? Instant(string key)
    {
        var text = section[key];
        return string.IsNullOrEmpty(text) ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : Refuse<DateTimeOffset?>(key, text, "an instant such as 2024-08-01T08:00:00Z", null);
    }

    public T Choice<T>(string key, T standard)
        where T : struct, Enum
    {
        var text = Text(key, standard.ToString());
        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true)
            : Refuse(key, text, string.Join(" or ", Enum.GetNames<T>()), standard);
    }

    public Uri Address(string key, string standard)
    {
        var text = Text(key, standard);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : Refuse(key, text, $"an http or https address such as {standard}", new Uri(standard));
    }

    /// <summary>An address that ends in a slash, so that names can be appended.</summary>
    public Uri Folder(string key, string standard)
    {
        var address = Address(key, standard);
        return address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private T Refuse<T>(string key, string text, string wanted, T standard)
    {
        Fault(key, $"'{text}' is not {wanted}");
        return standard;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
