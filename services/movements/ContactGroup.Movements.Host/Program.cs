using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Movements;
using ContactGroup.Release;

var builder = ServiceHost.Create(args);
builder.Services
    .AddFollowedSessions()
    .AddRemotePort<IChannelDirectory>(ports => ports.Channels)
    .AddRemotePort<IHeldItems>(ports => ports.Release)
    .AddRemotePort<IHeldNotifications>(ports => ports.Release)
    .AddRemotePort<IDraftGate>(ports => ports.Release)
    .AddTextGate()
    .AddMovements()
    .AddBus(builder.Configuration, MovementsModule.AddMovementsConsumers);

var app = builder.BuildService();
app.MapMovements();
await app.RunAsync();
