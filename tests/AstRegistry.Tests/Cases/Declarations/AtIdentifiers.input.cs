namespace @namespace.@class;

class @int
{
    @int @return;

    @int @this(@int @params, int @ref)
    {
        var @var = @this(@params, @ref);
        return @var;
    }
}
