using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Identity;

var builder = ServiceHost.Create(args);
builder.Services
    .AddRemotePort<IPeopleGate>(ports => ports.Channels)
    .AddIdentity()
    .AddBus(builder.Configuration);

var app = builder.BuildService();
app.MapIdentity().MapIdentityPorts();
await app.RunAsync();
