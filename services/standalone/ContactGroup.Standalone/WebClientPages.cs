using System.IO.Compression;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.WebClient;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

namespace ContactGroup.Standalone;

/// <summary>Serves the web client from the folder <c>web</c> beside the program.</summary>
internal static class WebClientPages
{
    private const string Assets = "/assets";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "web");

    public static IServiceCollection AddWebClient(this IServiceCollection services)
    {
        services.AddCheckedOptions<WebClientOptions>(WebClientOptions.Section);
        services.AddFileAtStart<WebClientOptions, IFileInfo>($"{WebClientOptions.Section}:{nameof(WebClientOptions.Ground)}", GroundFile.Read);
        services.AddSingleton(provider => new ServedGround(
            provider.GetRequiredService<FileAtStart<IFileInfo>>().Value ?? GroundFile.Read(Path.Join(Folder, ClientFiles.GroundAddress)).File));

        // A fifth less over a weak link than with the fastest level, which is the default; the files are kept by browsers, so that it is paid once.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        return services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/manifest+json"];
        });
    }

    public static void UseWebClient(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<ServedGround>(); // read now: what becomes of the file later holds up no notification
        if (!Directory.Exists(Folder))
        {
            return;
        }

        // INVARIANT: only files are compressed, never an answer of a service: the size of a compressed answer tells about its content.
        app.UseWhen(context => context.GetEndpoint() is null, served => served.UseResponseCompression());
        var files = new ClientFiles(new PhysicalFileProvider(Folder), app.Services.GetRequiredService<FileAtStart<IFileInfo>>().Value);
        var pages = new StaticFileOptions { FileProvider = files, OnPrepareResponse = file => SayHowLong(file.Context) };
        app.UseStaticFiles(pages);

        // The root has no path, which no constraint matches.
        app.MapFallbackToFile("/", "index.html", pages).AllowAnonymous();

        // The client's own addresses (/groups/…) all open its one page; the constraint keeps misspelt files and services out.
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!api/|api$|hubs/|hubs$|health/|health$).*$)}", "index.html", pages).AllowAnonymous();
    }

    // Names under assets change with their content; the ground of the map is asked for by its tag; everything else must be asked for again.
    private static void SayHowLong(HttpContext context)
    {
        var path = context.Request.Path;
        context.Response.Headers.CacheControl = path.StartsWithSegments(Assets, StringComparison.Ordinal) ? "public, max-age=31536000, immutable"
            : path == ClientFiles.GroundAddress ? "no-cache"
            : "no-store";
    }
}
