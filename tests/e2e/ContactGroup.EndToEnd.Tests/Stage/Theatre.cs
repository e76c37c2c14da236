using Microsoft.Playwright;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>The exercise and one Chromium, in which every person has a browser profile of their own.</summary>
public sealed class Theatre : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    // The one without a window paints for nobody, and leaves what that takes to the exercise.
    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private Exercise? exercise;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        exercise = await Exercise.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CONTACTGROUP_CHROMIUM") ?? Usual.FirstOrDefault(File.Exists) ?? Usual[^1],
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (exercise is not null)
        {
            await exercise.DisposeAsync();
        }
    }

    /// <summary>A person of the exercise, signed in at a terminal with a profile of their own.</summary>
    internal Task<Terminal> SitDownAsync(string account) => Terminal.SignInAsync(exercise!, account);

    /// <summary>A person of the exercise, signed in with a browser profile of their own, on a desktop or an old phone.</summary>
    internal Task<Person> EnterAsync(string account, bool onPhone = false) => EnterAsync(exercise!, account, onPhone, _ => Task.CompletedTask);

    /// <summary>The same of another exercise, over whatever link the page is given first.</summary>
    internal async Task<Person> EnterAsync(Exercise exercise, string account, bool onPhone, Func<IPage, Task> connect)
    {
        var profile = await browser!.NewContextAsync(new()
        {
            BaseURL = exercise.Address.ToString(),
            Locale = "en-GB",
            TimezoneId = "UTC",
            ViewportSize = onPhone ? new() { Width = 360, Height = 640 } : new() { Width = 1280, Height = 800 },
        });
        var page = await profile.NewPageAsync();
        page.SetDefaultTimeout(90_000);
        await connect(page);
        var person = new Person(page);
        await person.SignInAsync(account, exercise.Passphrase);
        return person;
    }
}
