using System.Security.Cryptography;
using LegTracker.Server.Settings;
using LegTracker.Server.Sources.Pages;
using Microsoft.Extensions.Configuration;

namespace LegTracker.Server.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void With_nothing_set_every_default_holds()
    {
        var (settings, faults) = Read();

        Assert.Empty(faults);
        Assert.Equal("http://127.0.0.1:5210/", settings!.Listen.AbsoluteUri);
        Assert.Equal(PageAccess.ObeyRobots, settings.Pages.Access);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.Pages.MinimumGap);
        Assert.Equal("0 5/30 6,21-23 ? * *", settings.Bulk.Schedule);
        Assert.EndsWith("legtracker", settings.DataDirectory, StringComparison.Ordinal);
        Assert.Null(settings.ClockStart);
        Assert.Null(settings.FeedsListen);
        Assert.Null(settings.Telemetry);
    }

    [Theory]
    [InlineData("Sources:Bulk:Shedule", "0 0 1 ? * *", "Sources:Bulk:Schedule")]
    [InlineData("Sources:Bulk:Schedule", "hourly", "cron")]
    [InlineData("Sources:Bulk:Enabled", "perhaps", "true or false")]
    [InlineData("Sources:Bulk:BaseAddress", "ftp://x", "http")]
    [InlineData("Sources:Pages:Access", "Anyhow", "ObeyRobots or Permitted")]
    [InlineData("Sources:Pages:Access", "Permitted", "Contact")]
    [InlineData("Sources:Pages:MinimumGap", "00:00:00.5", "loopback")]
    [InlineData("Sources:Pages:MinimumGap", "2 seconds", "hh:mm:ss")]
    [InlineData("Sources:BreakAfter", "0", "1 to 100")]
    [InlineData("Listen", "http://192.0.2.1:5210", "loopback")]
    [InlineData("Feeds:Listen", "http://192.0.2.1:5211", "loopback")]
    [InlineData("Feeds:Listen", "http://0.0.0.0:5211", "loopback")]
    [InlineData("Feeds:Listen", "https://127.0.0.1:5211", "http")]
    [InlineData("Feeds:Listen", "http://127.0.0.1:5210", "a port each")]
    [InlineData("Feeds:Listen", "5211", "address such as")]
    [InlineData("Telemetry:Otlp", "localhost:4317", "address such as")]
    [InlineData("Telemetry:Protocol", "Json", "Grpc or HttpProtobuf")]
    [InlineData("Telemetry:Interval", "00:00:00.1", "hh:mm:ss")]
    [InlineData("Telemetry:Interval", "00:00:10", "Telemetry:Otlp is required")]
    [InlineData("Database:Provider", "Postgres", "not available")]
    [InlineData("Clock:Speed", "60", "Clock:Start")]
    [InlineData("Clock:Start", "yesterday", "instant")]
    [InlineData("WatchList", "/no/such/file.yaml", "does not exist")]
    [InlineData("Calendar", "/no/such/file.txt", "does not exist")]
    [InlineData("Topics", "/no/such/file.yaml", "does not exist")]
    public void A_fault_names_the_key_and_says_what_to_do(string key, string value, string said)
    {
        var (settings, faults) = Read((key, value));

        Assert.Null(settings);
        Assert.Contains(faults, fault => fault.StartsWith("LegTracker:", StringComparison.Ordinal) && fault.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var (_, faults) = Read(("Sources:BreakAfter", "-1"), ("Nonsense", "1"), ("Sources:Pages:Schedule", "x"));

        Assert.Equal(3, faults.Count);
    }

    [Fact]
    public void A_public_key_of_RSA_or_EC_is_read_and_a_short_or_unreadable_one_is_refused()
    {
        using var rsa = RSA.Create(2048);
        using var weak = RSA.Create(1024);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var read = new[] { rsa.ExportSubjectPublicKeyInfoPem(), ec.ExportSubjectPublicKeyInfoPem(), weak.ExportSubjectPublicKeyInfoPem(), "no PEM at all" }.Select(ReadKey).ToArray();

        Assert.Equal([rsa.KeySize, ec.KeySize], read[..2].Select(one => one.Settings!.Access.Jwt!.PublicKey!.KeySize));
        Assert.Equal("role", read[0].Settings!.Access.Jwt!.RoleClaim);
        Assert.Contains("1024 bits", Assert.Single(read[2].Faults), StringComparison.Ordinal);
        Assert.Contains("no RSA or EC public key", Assert.Single(read[3].Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_gap_is_allowed_for_a_loopback_address()
    {
        var (settings, faults) = Read(("Sources:Pages:MinimumGap", "00:00:00"), ("Sources:Pages:BaseAddress", "http://127.0.0.1:9000"));

        Assert.Empty(faults);
        Assert.Equal("http://127.0.0.1:9000/", settings!.Pages.BaseAddress.AbsoluteUri);
    }

    private static (ServerSettings? Settings, IReadOnlyList<string> Faults) ReadKey(string pem)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, pem);
        var read = Read(("Access:Jwt:Issuer", "https://login.example.org"), ("Access:Jwt:Audience", "legtracker"), ("Access:Jwt:PublicKeyFile", file));
        File.Delete(file);
        return read;
    }

    private static (ServerSettings? Settings, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] values)
    {
        var (settings, faults) = SettingsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create("LegTracker:" + value.Key, (string?)value.Value)))
            .Build());
        return (settings, faults);
    }
}
