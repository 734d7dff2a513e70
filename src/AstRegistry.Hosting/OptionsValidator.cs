using Microsoft.Extensions.Options;

namespace AstRegistry.Hosting;

/// <summary>Validates options as the registry itself does, so that a host with bad ones does not start.</summary>
internal sealed class OptionsValidator : IValidateOptions<VersionedRegistryOptions>
{
    public ValidateOptionsResult Validate(string? name, VersionedRegistryOptions options) =>
        options.FindFaults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
