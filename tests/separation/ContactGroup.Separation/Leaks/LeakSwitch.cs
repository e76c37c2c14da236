using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Release;
using ContactGroup.Separation.Hosts;

namespace ContactGroup.Separation.Leaks;

/// <summary>
/// Which leak is planted in a host. The product has no switch for it: what is here stands between the product and its users, or beside its stores, in the
/// harness's own process only.
/// </summary>
internal sealed class LeakSwitch : IDisposable
{
    private LeakSite? site;

    /// <summary>The planted leak; null in a run that looks for real ones.</summary>
    public Leak? Active { get; private set; }

    /// <summary>Where it is planted.</summary>
    public LeakSite Site => site ?? throw new InvalidOperationException("No leak is planted.");

    /// <summary>Plants a leak in a host that runs.</summary>
    public void Plant(Leak leak, WorldHost host)
    {
        site = new LeakSite(host.DataFolder, host.Clock, host.Services);
        leak.Plant(site);
        Active = leak;
    }

    public void Dispose() => Uproot();

    /// <summary>Takes the leak out.</summary>
    public void Uproot()
    {
        if (Active is { } leak)
        {
            Active = null;
            leak.Uproot(Site);
            Site.Dispose();
            site = null;
        }
    }

    /// <summary>Puts the places where leaks can be planted into a host. Without a planted leak they hand everything on as it is.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton<IStartupFilter, LeakyEdge>();
        Decorate<IHeldItems>(services, inner => new LeakyHeldItems(inner, this));
        Decorate<IStreamReader>(services, inner => new LeakyStreamReader(inner, this));
        Decorate<ISessionRevocation>(services, inner => new LeakyRevocation(inner, this));
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        var original = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(original);
        services.AddSingleton(provider => decorate(original switch
        {
            { ImplementationInstance: T instance } => instance,
            { ImplementationFactory: { } factory } => (T)factory(provider),
            _ => (T)ActivatorUtilities.CreateInstance(provider, original.ImplementationType!),
        }));
    }
}
