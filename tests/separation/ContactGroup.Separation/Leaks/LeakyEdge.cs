using Microsoft.AspNetCore.Http.Features;

namespace ContactGroup.Separation.Leaks;

/// <summary>The outermost layer of a host: hands everything on, and lets the planted leak change it.</summary>
internal sealed class LeakyEdge(LeakSwitch leaks) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(HandleAsync);
        next(app);
    };

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (leaks.Active is not { } leak)
        {
            await next(context);
            return;
        }

        if (context.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal))
        {
            if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            {
                context.Features.Set<IHttpUpgradeFeature>(new LeakyUpgrade(upgrade, context, leak, leaks.Site));
            }

            await next(context);
            return;
        }

        if (!await leak.BeforeAsync(leaks.Site, context))
        {
            await AfterAsync(context, next, leak);
        }
    }

    private async Task AfterAsync(HttpContext context, RequestDelegate next, Leak leak)
    {
        var wire = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var changed = leak.After(leaks.Site, context, body.ToArray());
        if (changed.Length > 0)
        {
            context.Response.ContentLength = changed.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await wire.WriteAsync(changed);
            }
        }
    }

    private sealed class LeakyUpgrade(IHttpUpgradeFeature inner, HttpContext context, Leak leak, LeakSite site) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => new LeakySocket(await inner.UpgradeAsync(), leak, site, LeakyAnswer.PersonOf(context));
    }
}
