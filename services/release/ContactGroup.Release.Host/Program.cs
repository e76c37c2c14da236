using ContactGroup.Access;
using ContactGroup.Channels;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Incidents;
using ContactGroup.Movements;
using ContactGroup.Release;

var builder = ServiceHost.Create(args);
builder.Services
    .AddFollowedSessions()
    .AddRemotePort<IUploads>(ports => ports.Channels)
    .AddMessageDrafts()
    .AddReportDrafts()
    .AddMovementDrafts()
    .AddAccessDrafts()
    .AddRelease(builder.Configuration)
    .AddBus(builder.Configuration, ReleaseModule.AddReleaseConsumers);

var app = builder.BuildService();
app.MapRelease().MapReleasePorts();
await app.RunAsync();
