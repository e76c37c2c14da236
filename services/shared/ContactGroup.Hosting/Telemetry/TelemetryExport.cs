using ContactGroup.Hosting.Bus;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ContactGroup.Hosting.Telemetry;

/// <summary>
/// Sends measurements. There are no traces: a span has the address that was asked for, and with the time that tells who read or wrote what.
/// </summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> telemetry, IOptions<BusOptions> bus, IHostEnvironment environment) : IHostedService, IDisposable
{
    private const int LastWordMilliseconds = 2_000;

    private static readonly string[] Meters =
    [
        "ContactGroup.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
    ];

    // INVARIANT: what is not named here does not leave the process, whoever put it on a measurement. Each of these has few values, and none is of a person; the address of a provider would tell whose people sign in, and when.
    private static readonly string[] Tags =
    [
        "consumer", "store", "http.request.method", "http.response.status_code", "http.route", "error.type", "signalr.connection.status",
        "dotnet.gc.heap.generation", "cpu.mode",
    ];

    private MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(
                Service(environment), "contactgroup", typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3), autoGenerateServiceInstanceId: false, bus.Value.Node))
            .AddMeter(Meters)
            .AddView(_ => new MetricStreamConfiguration { TagKeys = Tags })
            .AddOtlpExporter(Send)
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => provider?.Shutdown(LastWordMilliseconds), cancellationToken);

    public void Dispose() => provider?.Dispose();

    // ContactGroup.Identity.Host is identity.
    private static string Service(IHostEnvironment environment) => environment.ApplicationName.Split('.') is [_, var name, ..] ? name.ToLowerInvariant() : environment.ApplicationName;

    private void Send(OtlpExporterOptions exporter, MetricReaderOptions reader)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(telemetry.Value.Endpoint!, "/v1/metrics");
        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = telemetry.Value.IntervalSeconds * 1_000;
    }
}
