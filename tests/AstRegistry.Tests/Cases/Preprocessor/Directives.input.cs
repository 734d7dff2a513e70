#!/usr/bin/env dotnet
#nullable enable
#pragma warning disable CS0001
#line 200 "other.cs"
class C
{
#warning careful
#error wrong
    void M() { }
#line hidden
    void N() { }
#line default
}
#pragma warning restore CS0001
