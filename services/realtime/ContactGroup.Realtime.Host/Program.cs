using ContactGroup.Contracts.Release;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Realtime;

var builder = ServiceHost.Create(args);
builder.Services
    .AddFollowedSessions()
    .AddRemotePort<IStreamReader>(ports => ports.Release)
    .AddRemotePort<IReadingRecord>(ports => ports.Release)
    .AddRemotePort<ILiveNodes>(ports => ports.Release)
    .AddRealtimeNode()
    .AddRealtime(builder.Configuration)
    .AddBus(builder.Configuration, RealtimeModule.AddRealtimeConsumers);

var app = builder.BuildService();
app.MapRealtime().MapRealtimePorts();
await app.RunAsync();
