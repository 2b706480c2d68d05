using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegTracker.Server.Settings;

/// <summary>A person's YAML or JSON text as a list of ours, with hyphens in its names.</summary>
internal static class YamlText
{
    /// <returns>Null when the text holds nothing.</returns>
    /// <exception cref="FormatException">Names the line and what is wrong with it.</exception>
    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<T?>(text);
        }
        catch (YamlException fault)
        {
            throw new FormatException($"line {fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}", fault);
        }
    }
}
