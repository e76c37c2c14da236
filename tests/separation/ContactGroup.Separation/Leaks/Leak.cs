using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Separation.Leaks;

/// <summary>A mistake that the product does not make, planted to see that the harness would find it.</summary>
/// <param name="Name">What it is, in a few words joined by hyphens.</param>
/// <param name="Channel">The line of <c>separation.md</c>, "Side channels, one test each", that it belongs to.</param>
/// <param name="How">How it leaks, in a sentence.</param>
internal abstract record Leak(string Name, string Channel, string How)
{
    /// <summary>Kinds of observers from whom something is hidden that this leak tells; empty for any.</summary>
    public IReadOnlyList<string> Observers { get; init; } = [];

    /// <summary>Whether it counts over the whole deployment: then it is looked for on fresh hosts each time, or it would show what earlier pairs did.</summary>
    public bool OfDeployment { get; init; }

    /// <summary>The same leak, looked for with these observers.</summary>
    public Leak SeenBy(params string[] observers) => this with { Observers = observers };

    /// <summary>Plants what has to be in a store.</summary>
    public virtual void Plant(LeakSite site)
    {
    }

    /// <summary>Takes it out again.</summary>
    public virtual void Uproot(LeakSite site)
    {
    }

    /// <summary>Before the product sees a request. True when the leak answered it.</summary>
    public virtual Task<bool> BeforeAsync(LeakSite site, HttpContext context) => Task.FromResult(false);

    /// <summary>What becomes of an answer.</summary>
    public virtual byte[] After(LeakSite site, HttpContext context, byte[] body) => body;

    /// <summary>What becomes of a message to a live connection.</summary>
    public virtual IEnumerable<string> Frame(LeakSite site, string person, string message) => [message];

    /// <summary>What becomes of the answer whether somebody holds an item.</summary>
    public virtual HeldItem? Held(LeakSite site, WhoAsks who, string item, HeldItem? held) => held;

    /// <summary>What becomes of the answer whether somebody may follow a stream.</summary>
    public virtual StreamAccess? Opened(LeakSite site, WhoAsks who, string stream, StreamAccess? access) => access;

    /// <summary>What becomes of the answer whether a session is over.</summary>
    public virtual bool Revoked(LeakSite site, bool revoked) => revoked;
}
