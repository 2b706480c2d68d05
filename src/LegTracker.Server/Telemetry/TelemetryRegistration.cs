using LegTracker.Server.Settings;

namespace LegTracker.Server.Telemetry;

/// <summary>Adds metrics and traces to a server where a setting asks for them.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Before every other service, so that it starts first and ends last.</summary>
    /// <param name="settings">Null sends nothing, and then no code of the libraries is loaded.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings? settings) => settings is null ? services
        : services.AddSingleton(settings).AddHostedService<TelemetryExport>().AddHostedService<RecordFigures>();
}
