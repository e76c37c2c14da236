using ContactGroup.Channels;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Release;

var builder = ServiceHost.Create(args);
builder.Services
    .AddFollowedSessions()
    .AddRemotePort<IHeldItems>(ports => ports.Release)
    .AddRemotePort<IDraftGate>(ports => ports.Release)
    .AddRemotePort<IKeptBlobs>(ports => ports.Release)
    .AddRemotePort<IRightsGate>(ports => ports.Release)
    .AddRemotePort<IChannelGate>(ports => ports.Release)
    .AddTextGate()
    .AddChannels(builder.Configuration)
    .AddBus(builder.Configuration, ChannelsModule.AddChannelsConsumers);

var app = builder.BuildService();
app.MapChannels().MapChannelsPorts();
await app.RunAsync();
