namespace AstRegistry;

/// <summary>Work in a session of a store.</summary>
/// <typeparam name="TBrand">The brand of the store.</typeparam>
/// <typeparam name="TState">What the work is handed.</typeparam>
/// <typeparam name="TResult">What the work returns.</typeparam>
/// <param name="session">The session, which ends with the work.</param>
/// <param name="state">What the caller handed in.</param>
public delegate TResult StoreFunction<TBrand, in TState, out TResult>(scoped StoreSession<TBrand> session, TState state);
