using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>What every generated client derives from: it holds the invoker that its methods call.</summary>
public abstract class ClientBase
{
    private readonly ClientBaseConfiguration configuration;

    /// <summary>A client that calls nothing, to be derived from by test doubles.</summary>
    protected ClientBase()
        : this(new UnconfiguredCallInvoker())
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        this.configuration = configuration;
        CallInvoker = configuration.Invoker;
    }

    public ClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    public ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker ?? throw new ArgumentNullException(nameof(callInvoker)), host: null))
    {
    }

    protected CallInvoker CallInvoker { get; }

    internal ClientBaseConfiguration Configuration => configuration;

    /// <summary>An opaque carrier of a client's settings to a changed copy of it.</summary>
    protected internal class ClientBaseConfiguration
    {
        private readonly CallInvoker undecorated;

        internal ClientBaseConfiguration(CallInvoker undecorated, string? host)
        {
            this.undecorated = undecorated;
            Invoker = host is null ? undecorated : undecorated.Intercept(new HostInterceptor(host));
        }

        internal CallInvoker Invoker { get; }

        internal ClientBaseConfiguration WithHost(string host) => new(undecorated, host);
    }
}

/// <summary>A generated client that can give a changed copy of itself.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    protected ClientBase()
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>A copy whose calls carry this host (the HTTP authority) instead of the channel's.</summary>
    public T WithHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return NewInstance(Configuration.WithHost(host));
    }

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
