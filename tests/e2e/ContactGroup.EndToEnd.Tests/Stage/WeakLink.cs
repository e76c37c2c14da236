using System.Diagnostics;
using Microsoft.Playwright;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>A link as it is in the field: 50 kbit/s each way and 800 ms until an answer begins. Counts what comes over it.</summary>
internal sealed class WeakLink
{
    private const int BytesASecond = 50_000 / 8;
    private const int Latency = 800;

    private long bytes;
    private int requests;

    private WeakLink()
    {
    }

    /// <summary>All that came so far.</summary>
    public Cost Total => new(0, Interlocked.Read(ref bytes) / 1000.0, Volatile.Read(ref requests));

    /// <summary>Puts a page behind it, before the page asks for anything.</summary>
    public static async Task<WeakLink> ThroughAsync(IPage page)
    {
        var link = new WeakLink();
        var browser = await page.Context.NewCDPSessionAsync(page);
        browser.Event("Network.loadingFinished").OnEvent += (_, said) => link.Count((long)said!.Value.GetProperty("encodedDataLength").GetDouble());
        browser.Event("Network.webSocketFrameReceived").OnEvent += (_, said) =>
            Interlocked.Add(ref link.bytes, said!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length);
        await browser.SendAsync("Network.enable");
        await browser.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = Latency,
            ["downloadThroughput"] = BytesASecond,
            ["uploadThroughput"] = BytesASecond,
            ["connectionType"] = "cellular2g",
        });
        return link;
    }

    /// <summary>What an act costs over this link: seconds, kilobytes down, and requests.</summary>
    public async Task<Cost> OfAsync(Func<Task> act)
    {
        var (before, asked, started) = (Interlocked.Read(ref bytes), Volatile.Read(ref requests), Stopwatch.GetTimestamp());
        await act();
        return new Cost(Stopwatch.GetElapsedTime(started).TotalSeconds, (Interlocked.Read(ref bytes) - before) / 1000.0, Volatile.Read(ref requests) - asked);
    }

    private void Count(long size)
    {
        Interlocked.Add(ref bytes, size);
        Interlocked.Increment(ref requests);
    }
}

/// <summary>What something cost: seconds, kilobytes that came down, requests.</summary>
internal sealed record Cost(double Seconds, double Kilobytes, int Requests);
