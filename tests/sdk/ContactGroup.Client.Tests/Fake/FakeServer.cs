using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Client.Tests.Fake;

/// <summary>A server on a real socket that speaks the API as it is pinned and does nothing else, with levers to make it behave badly.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> planned = new();

    private FakeServer(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public FakeStreams Streams { get; } = new();

    public FakeSessions Sessions { get; } = new();

    /// <summary>Every request in order: method, path and idempotency key.</summary>
    public ConcurrentQueue<(string Method, string Path, string? Key)> Requests { get; } = new();

    /// <summary>What the last live connection asked for in its address.</summary>
    public string? LiveQuery { get; private set; }

    public static async Task<FakeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR();
        var web = builder.Build();
        var server = new FakeServer(web);
        web.Use(server.OnRequestAsync);
        server.Sessions.Map(web);
        server.Streams.Map(web);
        web.MapPost("/api/channels/channels/{channel}/messages", () => Results.Json(new { item = "item1", reference = "MSG-1", version = 1 }, statusCode: 202));
        web.MapHub<FakeHub>("/hubs/live");
        server.Streams.Hub = web.Services.GetRequiredService<IHubContext<FakeHub>>();
        FakeHub.Streams[web.Services.GetRequiredService<IHubContext<FakeHub>>()] = server.Streams;
        await web.StartAsync();
        server.Address = new Uri(web.Urls.Single());
        return server;
    }

    /// <summary>The next requests are answered like this, one each, instead of properly.</summary>
    public void Plan(params Func<HttpContext, Task>[] answers) => Array.ForEach(answers, planned.Enqueue);

    public static Func<HttpContext, Task> Refuse(int status, string code, object? errors = null, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsJsonAsync(
            new { title = "Refused", detail = "It was refused.", status, code, errors }, options: null, contentType: "application/problem+json");
    };

    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task OnRequestAsync(HttpContext context, RequestDelegate next)
    {
        Requests.Enqueue((context.Request.Method, context.Request.Path, context.Request.Headers["Idempotency-Key"].FirstOrDefault()));
        LiveQuery = context.Request.Path == "/hubs/live" ? context.Request.QueryString.Value : LiveQuery;
        if (planned.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else if (Sessions.Admits(context))
        {
            await next(context);
        }
        else
        {
            await Refuse(401, "CG-2001")(context);
        }
    }
}
