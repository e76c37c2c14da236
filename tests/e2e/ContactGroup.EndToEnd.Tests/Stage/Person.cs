using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>What a person does and sees in the browser, in the words of the screen.</summary>
internal sealed class Person(IPage page) : IAsyncDisposable
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 90_000 };

    /// <summary>The conversation of the channel that is open.</summary>
    public ILocator Conversation => page.GetByRole(AriaRole.List, new() { Name = "Conversation" });

    /// <summary>What the person does about movements.</summary>
    public Notifier Movements { get; } = new(page);

    /// <summary>The page itself, for what is measured of it.</summary>
    public IPage Page => page;

    public ILocator Screen => page.GetByRole(AriaRole.Main);

    public ILocator Explanation => page.GetByRole(AriaRole.Complementary, new() { Name = "Who can see this, and why" });

    public async Task SignInAsync(string account, string passphrase)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Account").FillAsync(account);
        await page.GetByLabel("Password").FillAsync(passphrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByText(Named("^(Online|Slow .*)$"))).ToBeVisibleAsync(Patiently);
    }

    public async Task OpenAsync(string channel)
    {
        await GoAsync("Groups");
        await page.GetByRole(AriaRole.Complementary, new() { Name = "Groups" }).GetByRole(AriaRole.Link, new() { NameRegex = Named("^" + channel) }).First.ClickAsync();
        await Expect(Conversation).ToBeAttachedAsync(new() { Timeout = Patiently.Timeout }); // an empty list is there and has no height
        await Expect(page.GetByText("Loading", new() { Exact = true })).ToBeHiddenAsync();
    }

    public Task GoAsync(string place) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { NameRegex = Named($"^{place}(?![a-z])") }).ClickAsync(); // a count may follow

    /// <summary>Writes to everyone in the open channel and means it.</summary>
    public async Task SayToEveryoneAsync(string text)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Message" }).FillAsync(text);
        await page.GetByLabel("Everyone in this channel").CheckAsync();
        await page.GetByLabel("I mean this for another side as well").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Named("^Send to .* a coordinator decides about") }).ClickAsync();
        await Expect(ItemWith(text)).ToBeVisibleAsync(Patiently);
    }

    public async Task WithdrawAsync(string text)
    {
        await ItemWith(text).GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true }).ClickAsync();
        await ItemWith(text).GetByRole(AriaRole.Button, new() { Name = "Withdraw it" }).ClickAsync();
    }

    /// <summary>Reports to the plenary, for the own side and one force.</summary>
    public async Task<string> ReportAsync(Report report, string force)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Report an incident here" }).ClickAsync();
        await page.GetByLabel("Category").SelectOptionAsync(report.Category);
        await page.GetByLabel("Title").FillAsync(report.Title);
        await page.GetByRole(AriaRole.Region, new() { Name = "When", Exact = true }).GetByLabel("Day", new() { Exact = true }).First.FillAsync(report.Day);
        await page.GetByLabel("Position", new() { Exact = true }).FillAsync($"{report.Latitude}, {report.Longitude}");
        await page.GetByLabel("Name of the actor").FillAsync(report.Actor);
        await page.GetByLabel("Summary for others").FillAsync(report.Summary);
        await page.GetByLabel("Full account").FillAsync(report.Account);
        await page.GetByLabel("My side and those I choose").CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = force }).CheckAsync();
        await page.GetByLabel("I mean this for another side as well").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Named($"^Send to .*{force}") }).ClickAsync();
        await Expect(page.GetByText("Your report is safe")).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync();
        await Expect(Screen.GetByText(report.Summary)).ToBeVisibleAsync(Patiently);
        return new Uri(page.Url).Fragment;
    }

    /// <summary>An item of the conversation that says this.</summary>
    public ILocator ItemWith(string text) => Conversation.GetByRole(AriaRole.Article).Filter(new() { HasText = text }).First;

    public async Task SeesAsync(string text) => await Expect(Conversation.GetByText(text).First).ToBeVisibleAsync(Patiently);

    /// <summary>Holds now, and is asked only after something that proves that the server has dealt with it.</summary>
    public async Task DoesNotSeeAsync(string text) => await Expect(page.GetByText(text)).ToHaveCountAsync(0);

    public async Task SeesNoLongerAsync(string text) => await Expect(Conversation.GetByText(text)).ToHaveCountAsync(0, new() { Timeout = 30_000 });

    public async Task ReleaseAsync(string reportSummary, string force)
    {
        await GoAsync("Review");
        var review = page.Locator("article.review").Filter(new() { HasText = reportSummary }).Filter(new() { HasText = force });
        await Expect(review).ToBeVisibleAsync(Patiently);
        await review.GetByRole(AriaRole.Button, new() { NameRegex = Named($"^Release to .*{force}") }).ClickAsync();
        await Expect(review).ToBeHiddenAsync(new() { Timeout = 30_000 });
    }

    public async Task WaitsForReviewAsync(string text)
    {
        await GoAsync("Review");
        await Expect(page.Locator("article.review").Filter(new() { HasText = text }).First).ToBeVisibleAsync(Patiently);
    }

    /// <summary>How many the list says it found for these words.</summary>
    public async Task<string> SearchAsync(string words)
    {
        await GoAsync("Incidents");
        await page.GetByLabel("Search").FillAsync(words);
        await Expect(Screen.GetByRole(AriaRole.Status)).ToHaveAttributeAsync("aria-busy", "false", new() { Timeout = Patiently.Timeout });
        return await Screen.GetByRole(AriaRole.Status).InnerTextAsync();
    }

    public async Task VisitAsync(string fragment)
    {
        await page.GotoAsync("/" + fragment);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(Patiently);
    }

    /// <summary>Everything that stands on the page.</summary>
    public Task<string> EverythingAsync() => page.Locator("body").InnerTextAsync();

    // Names on screen are isolated by invisible marks, so words are looked for one after the other.
    private static Regex Named(string words) => new(words, RegexOptions.None, TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}

/// <summary>What is typed into the report form.</summary>
internal sealed record Report(
    string Category, string Title, string Day, string Latitude, string Longitude, string Actor, string Summary, string Account);
