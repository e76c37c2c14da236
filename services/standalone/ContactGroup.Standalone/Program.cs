using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Web;
using ContactGroup.Standalone;

var (start, exitCode) = StartCommand.Read(args);
if (start is null)
{
    return exitCode;
}

using var folder = DataFolder.Take(start.DataFolder);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = AppContext.BaseDirectory });
builder.Services
    .AddProblemEdge()
    .AddSessionAuthentication()
    .AddHealth()
    .AddWebClient()
    .AddInMemoryBus();

var app = builder.Build();
app.UseProblemEdge();
app.UseWebClient();
app.MapHealth();
await app.RunAsync();
return 0;
