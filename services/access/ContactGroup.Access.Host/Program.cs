using ContactGroup.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;

var builder = ServiceHost.Create(args);
builder.Services
    .AddFollowedSessions()
    .AddRemotePort<IChannelDirectory>(ports => ports.Channels)
    .AddRemotePort<IHeldItems>(ports => ports.Release)
    .AddRemotePort<IDraftGate>(ports => ports.Release)
    .AddAccess()
    .AddBus(builder.Configuration, AccessModule.AddAccessConsumers);

var app = builder.BuildService();
app.MapAccess();
await app.RunAsync();
