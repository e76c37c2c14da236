using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Incidents;

var builder = ServiceHost.Create(args);
builder.Services
    .AddFollowedSessions()
    .AddRemotePort<IChannelDirectory>(ports => ports.Channels)
    .AddRemotePort<IUploads>(ports => ports.Channels)
    .AddRemotePort<IHeldItems>(ports => ports.Release)
    .AddRemotePort<IDraftGate>(ports => ports.Release)
    .AddIncidents(builder.Configuration)
    .AddBus(builder.Configuration, IncidentsModule.AddIncidentsConsumers);

var app = builder.BuildService();
app.MapIncidents();
await app.RunAsync();
