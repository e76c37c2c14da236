using ContactGroup.Hosting.Storage;

namespace ContactGroup.Identity.Domain;

/// <summary>A person's account, as ASP.NET Core Identity handles it.</summary>
internal sealed class Account
{
    public string Id { get; init; } = Contracts.Ids.New();

    /// <summary>What the person types to sign in.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name as compared.</summary>
    public string? NameKey { get; set; }

    public string DisplayName { get; init; } = "";

    /// <summary>Id of the organisation; null for an administrator and for nobody else.</summary>
    public string? Organisation { get; init; }

    public bool Administrator { get; init; }

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    /// <summary>Unix microseconds, UTC; null while the person may sign in.</summary>
    public long? SuspendedAt { get; init; }

    public long Version { get; set; } = 1;

    /// <summary>What commits together with a new account, such as the use of its invitation. Throws to refuse it.</summary>
    public Func<WriteScope, Task> CommitsWith { get; init; } = _ => Task.CompletedTask;
}
