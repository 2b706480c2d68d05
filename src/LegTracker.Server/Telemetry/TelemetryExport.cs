using System.Reflection;
using LegTracker.Server.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LegTracker.Server.Telemetry;

/// <summary>Sends metrics and traces by OTLP while the server runs.</summary>
/// <remarks>What libraries measure is listened to by the names that they give it: the packages that do so are not served by the registry.</remarks>
internal sealed class TelemetryExport(TelemetrySettings settings) : IHostedService
{
    private const int PatienceAtTheEnd = 5000;

    private static readonly string[] Meters = ["LegTracker", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Quartz"];
    private static readonly string[] Sources = ["LegTracker", "Microsoft.AspNetCore", "System.Net.Http", "Quartz"];

    private MeterProvider? metrics;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var version = typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var resource = ResourceBuilder.CreateDefault().AddService("legtracker-server", serviceVersion: version);
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                Address(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Interval.TotalMilliseconds;
            })
            .Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter(exporter => Address(exporter, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            // What was measured last is sent; a receiver that does not answer holds the end up for some seconds only.
            metrics?.Shutdown(PatienceAtTheEnd);
            traces?.Shutdown(PatienceAtTheEnd);
            metrics?.Dispose();
            traces?.Dispose();
        },
        CancellationToken.None);

    // Over gRPC the address is whole; over HTTP each signal has a path below it.
    private void Address(OtlpExporterOptions exporter, string path)
    {
        var overHttp = settings.Protocol == TelemetryProtocol.HttpProtobuf;
        exporter.Protocol = overHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = overHttp ? new Uri(settings.Otlp, path) : settings.Otlp;
    }
}
