# {% include "server/v1_verify.py" %}


# {% include "server/v1_charge.py" %}
