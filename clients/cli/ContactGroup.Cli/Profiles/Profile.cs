using ContactGroup.Client;

namespace ContactGroup.Cli.Profiles;

/// <summary>One person on one server: a terminal's identity.</summary>
/// <param name="Address">The server that the session belongs to; its tokens go nowhere else.</param>
internal sealed record Profile(Uri Address, string? Account, Session? Session);
