namespace LegTracker.Server.Settings;

/// <summary>How OTLP is spoken.</summary>
internal enum TelemetryProtocol
{
    /// <summary>OTLP/gRPC, most often at port 4317.</summary>
    Grpc,

    /// <summary>OTLP/HTTP with protobuf bodies, most often at port 4318.</summary>
    HttpProtobuf,
}

/// <summary>Where metrics and traces are sent.</summary>
/// <param name="Otlp">An http or https address that ends in a slash; over HTTP <c>v1/metrics</c> and <c>v1/traces</c> are below it.</param>
/// <param name="Protocol">Default <see cref="TelemetryProtocol.Grpc"/>.</param>
/// <param name="Interval">Between two reports of metrics: 1 s to 1 h, default 1 min.</param>
internal sealed record TelemetrySettings(Uri Otlp, TelemetryProtocol Protocol, TimeSpan Interval);
