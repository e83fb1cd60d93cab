<?php

declare(strict_types=1);

namespace Drupal\onrecord\Plugin\Filter;

use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use Drupal\onrecord\Element;

/**
 * Puts the element where an author has written [onrecord].
 *
 * Formats with limited HTML take unknown elements away; words in brackets stay, and this filter runs after theirs.
 *
 * @Filter(
 *   id = "onrecord",
 *   title = @Translation("OnRecord: [onrecord] becomes the list of who says what"),
 *   type = Drupal\filter\Plugin\FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
 *   weight = 50,
 * )
 */
final class OnRecordFilter extends FilterBase {

  /**
   * The marker, alone in a paragraph or not; values in plain or escaped quotation marks.
   */
  private const MARKER = '/(?:<p>\s*)?\[onrecord((?:\s+[a-z]+=(?:"[^"\[\]<>]*"|&quot;[^"\[\]<>]*?&quot;))*)\s*\](?:\s*<\/p>)?/';

  private const ATTRIBUTE = '/([a-z]+)=(?:"|&quot;)(.*?)(?:"|&quot;)/';

  /**
   * {@inheritdoc}
   */
  public function process($text, $langcode): FilterProcessResult {
    $count = 0;
    $text = preg_replace_callback(self::MARKER, $this->element(...), $text, -1, $count);
    $result = new FilterProcessResult($text);
    if ($count > 0) {
      $result->addAttachments(['library' => ['onrecord/element']]);
    }
    return $result;
  }

  /**
   * {@inheritdoc}
   */
  public function tips($long = FALSE): string {
    return (string) $this->t('[onrecord] shows who says what in the article.');
  }

  /**
   * The element for a marker.
   *
   * @param string[] $match
   *   The marker and its attributes.
   */
  private function element(array $match): string {
    preg_match_all(self::ATTRIBUTE, $match[1], $pairs);
    return Element::html(array_combine($pairs[1], $pairs[2]));
  }

}
